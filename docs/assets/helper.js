/* Narrows the rows of the decision table to the answers that are chosen.
   Without it the questions stay hidden and the table is whole. */
(function () {
  "use strict";
  var form = document.querySelector(".helper-questions");
  if (!form) return;
  var rows = document.querySelectorAll(".helper-rows tbody tr");
  var status = document.querySelector(".helper-status");

  function narrow() {
    var answers = new FormData(form);
    var shown = 0;
    rows.forEach(function (row) {
      var fits = Array.from(answers).every(function (answer) {
        var accepted = row.getAttribute("data-" + answer[0]).split(" ");
        return answer[1] === "any" || accepted.includes(answer[1]);
      });
      row.hidden = !fits;
      shown += fits ? 1 : 0;
    });
    status.textContent = shown
      ? "Rows that fit: " + shown + " of " + rows.length + "."
      : "No row fits: take one answer back. " + form.dataset.none;
  }

  form.hidden = false;
  form.addEventListener("change", narrow);
  form.addEventListener("reset", function () {
    setTimeout(narrow, 0);
  });
  form.addEventListener("submit", function (event) {
    event.preventDefault();
  });
  narrow();
})();
