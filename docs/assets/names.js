// The tables of old names: what is typed above them leaves the rows that have it. Scripts often write
// `tf.` and `K.` where the table has the whole path.

document$.subscribe(() => {
  const form = document.querySelector(".names > form");
  if (!form) return;
  const [asked, count] = [form.querySelector("input"), form.querySelector("output")];
  const rows = [...document.querySelectorAll(".names tbody tr")].map((row) => [row, row.textContent.toLowerCase()]);
  const apply = () => {
    const typed = asked.value.toLowerCase().replaceAll(/\btf\.(?=keras)/g, "").replaceAll(/\bk\./g, "keras.backend.");
    const words = typed.match(/[^\s()]+/g) ?? [];
    for (const [row, text] of rows) row.hidden = !words.every((word) => text.includes(word));
    const shown = rows.filter(([row]) => !row.hidden).length;
    count.textContent = shown === 0 ? "no row fits" : shown === 1 ? "1 row" : `${shown} rows`;
  };
  form.addEventListener("input", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  apply();
});
