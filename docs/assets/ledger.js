// The ledger's table: filter the claims, walk the cells with the arrow keys, open the evidence.

const ready = (start) =>
  window.document$ ? window.document$.subscribe(start) : document.addEventListener("DOMContentLoaded", start);

ready(() => {
  const ledger = document.getElementById("ledger");
  if (!ledger) return;
  filter(ledger);
  walk(ledger);
  evidence(ledger);
});

// A row is shown when every word typed is in its claim, id, section or one of its verdicts.
function filter(ledger) {
  const form = ledger.querySelector(".ledger__filter");
  const [text, stopped, count] = [form.elements["ledger-filter"], form.elements["ledger-stopped"], form.querySelector("output")];
  const bodies = [...ledger.querySelectorAll("tbody")];
  const rows = bodies.flatMap((body) => [...body.querySelectorAll("tr[id]")]);
  const content = new Map();
  const words = (row) => {
    if (!content.has(row)) {
      const verdicts = new Set([...row.querySelectorAll("button")].map((button) => button.dataset.verdict));
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
    count.textContent = shown === 1 ? "1 claim" : `${shown} claims`;
  };
  form.hidden = false;
  form.addEventListener("input", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  apply();
}

// One cell is in the tab order; the arrow keys, Home, End and the Page keys move from it.
function walk(ledger) {
  const table = ledger.querySelector(".ledger__table");
  const cells = [...table.querySelectorAll("td > button")];
  for (const button of cells) button.tabIndex = -1;
  if (cells.length) cells[0].tabIndex = 0;
  const current = (button) => {
    for (const other of table.querySelectorAll('td > button[tabindex="0"]')) other.tabIndex = -1;
    button.tabIndex = 0;
  };
  table.addEventListener("focusin", (event) => event.target.matches("td > button") && current(event.target));
  table.addEventListener("keydown", (event) => {
    if (!event.target.matches("td > button")) return;
    const cell = event.target.parentElement;
    const rows = [...table.querySelectorAll("tbody:not([hidden]) tr[id]:not([hidden])")];
    let [row, column] = [rows.indexOf(cell.parentElement), cell.cellIndex];
    const end = cell.parentElement.cells.length - 1;
    const moves = {
      ArrowUp: () => (row -= 1),
      ArrowDown: () => (row += 1),
      ArrowLeft: () => (column -= 1),
      ArrowRight: () => (column += 1),
      Home: () => (column = 1),
      End: () => (column = end),
      PageUp: () => (row = Math.max(row - 10, 0)),
      PageDown: () => (row = Math.min(row + 10, rows.length - 1)),
    };
    if (!(event.key in moves) || event.altKey || event.ctrlKey || event.metaKey) return;
    moves[event.key]();
    event.preventDefault();
    const next = rows[row]?.cells[column]?.querySelector("button");
    if (next) {
      next.focus();
      next.scrollIntoView({ block: "nearest", inline: "nearest" });
    }
  });
}

// The evidence of one cell, in a popover; the row's claim, its program and its section beside it.
function evidence(ledger) {
  const panel = ledger.querySelector(".ledger__evidence");
  const find = (name) => panel.querySelector(`.ledger__${name}`);
  const columns = [...ledger.querySelectorAll("thead th[data-release]")];
  let opener = null;
  ledger.querySelector("table").addEventListener("click", (event) => {
    const button = event.target.closest("td > button");
    if (!button) return;
    const row = button.closest("tr");
    const { release, keras, python, date } = columns[button.parentElement.cellIndex - 1].dataset;
    find("claim").textContent = row.cells[0].textContent;
    find("where").replaceChildren(
      Object.assign(document.createElement("strong"), { textContent: button.getAttribute("aria-label") }),
      ` on ${release} (Keras ${keras}, Python ${python}), measured ${date}`,
    );
    find("seen").textContent = button.title.replaceAll(" | ", "\n") || "The program printed its verdict only.";
    const { chapter, note } = row.dataset;
    find("note").textContent = [chapter && `The chapter says: “${chapter}”`, note].filter(Boolean).join(" ");
    find("program").href = `#program-${row.id}`;
    find("section").href = row.parentElement.querySelector(".ledger__group a").href;
    find("section").textContent = `Section ${row.dataset.section}`;
    find("row").href = `#${row.id}`;
    opener = button;
    if (!panel.matches(":popover-open")) panel.showPopover();
    panel.focus();
  });
  for (const link of panel.querySelectorAll("a")) link.addEventListener("click", () => ((opener = null), panel.hidePopover()));
  panel.addEventListener("toggle", (event) => event.newState === "closed" && opener?.focus({ preventScroll: true }));
}
