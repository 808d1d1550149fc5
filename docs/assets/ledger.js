// The ledger: filter the claims, walk the cells with the arrow keys, and open their evidence.

document$.subscribe(() => {
  const ledger = document.getElementById("ledger");
  if (!ledger) return;
  filter(ledger, evidence(ledger));
  reveal(); // of site.js: a claim that the filter has hidden just now
});

// A row is shown when every word typed is in its claim, id, section or one of its verdicts. What is
// typed stands in the address, as ?claims= (?q= opens the search of the site).
function filter(ledger, settle) {
  const form = ledger.querySelector(".ledger__filter");
  const [text, stopped, count] = [form.elements["ledger-filter"], form.elements["ledger-stopped"], form.querySelector("output")];
  const bodies = [...ledger.querySelectorAll("tbody")];
  const rows = bodies.flatMap((body) => [...body.querySelectorAll("tr[id]")]);
  const content = new Map();
  const words = (row) => {
    if (!content.has(row)) {
      const verdicts = new Set([...row.querySelectorAll("td[data-verdict]")].map((cell) => cell.dataset.verdict));
      content.set(row, [row.id, row.dataset.section, row.cells[0].textContent, ...verdicts].join(" ").toLowerCase());
    }
    return content.get(row);
  };
  const apply = () => {
    const asked = text.value.toLowerCase().match(/"[^"]+"|not yet|no longer|not on this release|does not hold|not applicable|\S+/g) ?? [];
    for (const row of rows) {
      const hit = asked.every((word) => words(row).includes(word.replaceAll('"', "")));
      row.hidden = !hit || (stopped.checked && !("stopped" in row.dataset));
    }
    for (const body of bodies) body.hidden = ![...body.rows].some((row) => row.id && !row.hidden);
    const shown = rows.filter((row) => !row.hidden).length;
    count.textContent = shown === 0 ? "no claim fits" : shown === 1 ? "1 claim" : `${shown} claims`;
    settle();
  };
  const typed = () => {
    apply();
    const address = new URL(location);
    if (text.value) address.searchParams.set("claims", text.value);
    else address.searchParams.delete("claims");
    history.replaceState(history.state, "", address);
  };
  text.value = new URLSearchParams(location.search).get("claims") ?? "";
  form.addEventListener("input", typed);
  form.addEventListener("submit", (event) => event.preventDefault());
  apply();
  ledger.addEventListener("reveal", () => {
    text.value = "";
    stopped.checked = false;
    typed();
  });
}

// The evidence of one cell, in a row below that of its claim. The cells are a grid: one is in the
// tab order, the arrow keys, Home, End and the Page keys move from it, and while its evidence is
// open, that of the next cell in the row takes its place. Returns what is done when rows were hidden.
function evidence(ledger) {
  const table = ledger.querySelector(".ledger__table");
  const panel = ledger.querySelector("template").content.firstElementChild.cloneNode(true);
  const find = (name) => panel.querySelector(`.ledger__${name}`);
  const heads = [...table.querySelectorAll("thead th[data-on]")];
  const headOf = (cell) => heads[cell.cellIndex - 1];
  const isCell = (node) => node?.matches?.("tr[id] > td[data-verdict]");
  let [current, opened] = [null, null];

  table.setAttribute("role", "grid");
  panel.cells[0].colSpan = heads.length + 1;

  const close = () => {
    opened?.removeAttribute("aria-expanded");
    panel.remove();
    opened = null;
  };

  const open = (cell) => {
    close();
    opened = cell;
    cell.setAttribute("aria-expanded", "true");
    const row = cell.parentElement;
    const { on, python, date } = headOf(cell).dataset;
    const [said, seen] = saidAndSeen(cell);
    const chip = Object.assign(document.createElement("span"), { className: "ledger__chip", textContent: `${cell.textContent.trim()[0]} ${said}` });
    panel.querySelector("[role=region]").dataset.verdict = cell.dataset.verdict;
    find("where").replaceChildren(chip, ` on ${on}, Python ${python}, ${date ? `measured on ${date}` : "in this build"}`);
    find("seen").textContent = seen || "The program printed its verdict only.";
    find("chapter").textContent = row.dataset.chapter ? `The chapter says: “${row.dataset.chapter}”` : "";
    find("note").textContent = row.dataset.note ?? "";
    find("program").href = `#program-${row.id}`;
    find("section").href = row.parentElement.querySelector(".ledger__group a").href;
    find("section").textContent = `Section ${row.dataset.section}`;
    find("row").href = `#${row.id}`;
    row.after(panel);
    panel.querySelector("[role=region]").scrollIntoView({ block: "nearest" });
  };

  const go = (cell) => {
    if (current) current.tabIndex = -1;
    current = cell;
    cell.tabIndex = 0;
    if (!cell.classList.contains("ledger__today")) cell.setAttribute("aria-label", `${cell.dataset.verdict} on ${headOf(cell).dataset.on}`);
    name(cell);
  };

  // the head of the column that the reader is in
  const name = (cell) => {
    table.querySelector("th[data-here]")?.removeAttribute("data-here");
    headOf(cell).dataset.here = "";
  };

  const rows = () => [...table.querySelectorAll("tbody:not([hidden]) tr[id]:not([hidden])")];
  const along = (cell, step) => {
    let next = cell;
    do next = step > 0 ? next.nextElementSibling : next.previousElementSibling;
    while (next && !isCell(next));
    return next;
  };
  const across = (cell, step) => {
    const all = rows();
    const place = all.indexOf(cell.parentElement) + step;
    for (let at = Math.abs(step) > 1 ? Math.max(0, Math.min(place, all.length - 1)) : place; all[at]; at += Math.sign(step))
      if (isCell(all[at].cells[cell.cellIndex])) return all[at].cells[cell.cellIndex];
    return null;
  };
  const ends = (cell) => [...cell.parentElement.cells].filter(isCell);
  const moves = {
    ArrowUp: (cell) => across(cell, -1),
    ArrowDown: (cell) => across(cell, 1),
    ArrowLeft: (cell) => along(cell, -1),
    ArrowRight: (cell) => along(cell, 1),
    PageUp: (cell) => across(cell, -10),
    PageDown: (cell) => across(cell, 10),
    Home: (cell) => ends(cell)[0],
    End: (cell) => ends(cell).at(-1),
  };

  table.addEventListener("pointerover", ({ target }) => isCell(target) && name(target));
  table.addEventListener("focusin", ({ target }) => isCell(target) && go(target));
  table.addEventListener("keydown", (event) => {
    const cell = event.target;
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Escape" && opened) {
      if (panel.contains(cell)) opened.focus({ preventScroll: true });
      close();
    } else if (!isCell(cell)) {
      return;
    } else if (event.key === "Enter" || event.key === " ") {
      if (opened === cell) close();
      else open(cell);
    } else if (event.key in moves) {
      const next = moves[event.key](cell);
      if (next) {
        const follow = opened && next.parentElement === opened.parentElement;
        if (opened && !follow) close();
        next.tabIndex = 0;
        next.focus({ preventScroll: true });
        next.scrollIntoView({ block: "nearest", inline: "nearest" });
        if (follow) open(next);
      }
    } else {
      return;
    }
    event.preventDefault();
  });
  table.addEventListener("click", (event) => {
    const cell = event.target.closest("td");
    if (isCell(cell)) {
      const again = opened === cell;
      cell.tabIndex = 0;
      cell.focus({ preventScroll: true });
      if (again) close();
      else open(cell);
    } else if (event.target.closest(".ledger__close")) {
      opened.focus({ preventScroll: true });
      close();
    } else if (panel.contains(event.target.closest("a"))) {
      close();
    }
  });

  return () => {
    close();
    const first = current?.offsetParent ? null : table.querySelector("tbody:not([hidden]) tr[id]:not([hidden]) > td[data-verdict]");
    if (first) go(first);
  };
}

// What a cell says, an error in full, and what the program printed, a line each.
function saidAndSeen(cell) {
  const lines = cell.dataset.seen.split(" | ");
  const said = cell.dataset.verdict === "error" ? lines.shift() : cell.dataset.verdict;
  return [said, lines.join("\n")];
}
