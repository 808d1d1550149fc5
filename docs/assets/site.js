// What the theme leaves out, for the clipboard, the keyboard and screen readers.

// A Copy button yields its own block, to the byte. The theme would cut the newline at the end, and
// in a panel with two programs copy the first one from both.
document.addEventListener(
  "click",
  (event) => {
    const button = event.target.closest("[data-clipboard-target]");
    if (button) {
      button.dataset.clipboardText = button.closest("pre").querySelector("code").textContent;
    }
  },
  true, // before the theme's own listener
);

// The theme adds a bar of buttons to each block as it comes into view, each a landmark of one name.
function nameLandmarks() {
  document.querySelector(".md-search")?.setAttribute("aria-label", "Search");
  for (const bar of document.querySelectorAll("nav.md-code__nav:not([role])")) {
    bar.setAttribute("role", "none");
  }
}

new MutationObserver(nameLandmarks).observe(document.body, { childList: true, subtree: true });
nameLandmarks();

// What scrolls sideways can be scrolled by keyboard, and what does not is no stop on the way.
const SCROLLS = ".highlight pre > code, .md-typeset__scrollwrap, .measured-all, figure.picture";
const fits = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    if (target.scrollWidth > target.clientWidth + 1) target.tabIndex = 0;
    else target.removeAttribute("tabindex");
  }
});

// The drawer opens and closes by keyboard.
function driveDrawer() {
  const button = document.querySelector('.md-header__button[for="__drawer"]');
  const toggle = document.getElementById("__drawer");
  Object.assign(button, { tabIndex: 0, role: "button", ariaLabel: "Navigation" });
  const tell = () => (button.ariaExpanded = toggle.checked);
  toggle.addEventListener("change", tell);
  tell();
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && toggle.checked) {
      toggle.click();
      button.focus();
    } else if (event.key === " " && event.target === button) {
      toggle.click();
      event.preventDefault();
    }
  });
}
driveDrawer();

document$.subscribe(() => {
  fits.disconnect();
  for (const block of document.querySelectorAll(SCROLLS)) fits.observe(block);
});
