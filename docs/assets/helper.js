// The decision helper: answers narrow the table, and the best cases stand right at the questions.
// Without a script the questions stay hidden and the table is whole.

(() => {
  const phone = window.matchMedia("(max-width: 44.9em)");

  function startHelper() {
    const helper = document.querySelector(".helper");
    if (!helper || helper.dataset.started) return;
    helper.dataset.started = "yes";
    const form = helper.querySelector("form");
    const bar = helper.querySelector(".helper-bar");
    const status = helper.querySelector(".helper-answer");
    const rows = [...helper.querySelectorAll("tbody tr")];
    const questions = [...form.querySelectorAll("fieldset")].map(
      (fieldset) => fieldset.querySelector("input").name,
    );

    const chosen = () => Object.fromEntries(new FormData(form));
    const labelOf = (name, value) =>
      form.querySelector(`input[name="${name}"][value="${value}"]`).dataset.says;

    function rowsThatFit(answers) {
      const asked = Object.entries(answers).filter(([, value]) => value !== "any");
      return rows.filter((row) =>
        asked.every(([name, value]) => row.dataset[name].split(" ").includes(value)),
      );
    }

    // The fewest other answers to take back so that some case fits: most often none.
    function toTakeBack(answers, kept) {
      const others = questions.filter((name) => name !== kept && answers[name] !== "any");
      const choices = [[]];
      for (const name of others) choices.push(...choices.map((taken) => [...taken, name]));
      choices.sort((one, other) => one.length - other.length);
      return choices.find((taken) => {
        const left = Object.fromEntries(taken.map((name) => [name, "any"]));
        return rowsThatFit({ ...answers, ...left }).length;
      });
    }

    function countAtEachAnswer(answers) {
      for (const input of form.querySelectorAll("input")) {
        const left = rowsThatFit({ ...answers, [input.name]: input.value }).length;
        const label = input.closest("label");
        label.querySelector(".helper-count").textContent = left;
        label.classList.toggle("helper-other", left === 0);
      }
    }

    function element(tag, ...inside) {
      const made = document.createElement(tag);
      made.append(...inside);
      return made;
    }

    function linkTo(href, ...inside) {
      const link = element("a", ...inside);
      link.href = href;
      return link;
    }

    const copyOf = (cell) => [...cell.cloneNode(true).childNodes];

    function caseOf(row) {
      const [wanted, start, program] = row.cells;
      const link = linkTo(`#${row.id}`, ...copyOf(wanted));
      return element("li", link, ". ", ...copyOf(start), ". ", ...copyOf(program));
    }

    function show(said) {
      const answers = chosen();
      const fit = rowsThatFit(answers);
      for (const row of rows) row.hidden = !fit.includes(row);
      countAtEachAnswer(answers);
      const all = fit.length === rows.length;
      const count = `${fit.length} of ${rows.length} cases ${fit.length === 1 ? "fits" : "fit"}.`;
      status.replaceChildren(
        element("p", element("strong", all ? "Answer a question." : count), said && ` ${said}`),
      );
      if (all) {
        status.firstChild.append(` The table has ${rows.length} cases.`);
        return;
      }
      const first = fit.slice(0, phone.matches ? 1 : 2); // the questions need their room
      const others = fit.slice(first.length);
      status.append(element("ul", ...first.map(caseOf)));
      if (others.length) {
        const link = linkTo(`#${others[0].id}`, `${others.length} more in the table`);
        status.append(element("p", link));
      }
    }

    form.addEventListener("change", ({ target }) => {
      const answers = chosen();
      const taken = toTakeBack(answers, target.name).map((name) => {
        const answer = `“${labelOf(name, answers[name])}”`;
        form.querySelector(`input[name="${name}"][value="any"]`).checked = true;
        return answer;
      });
      show(taken.length ? `Taken back, since no case has both: ${taken.join(" and ")}.` : "");
    });
    form.addEventListener("reset", () => setTimeout(show, 0, ""));
    form.addEventListener("submit", (event) => event.preventDefault());

    for (const input of form.querySelectorAll("input")) {
      const label = input.closest("label");
      input.dataset.says = label.textContent.trim();
      const count = element("span");
      count.className = "helper-count";
      label.append(count);
    }
    form.hidden = bar.hidden = false;
    show("");
  }

  // The theme tells of each page, also of one that came without a reload.
  if (window.document$) window.document$.subscribe(startHelper);
  else startHelper();
})();
