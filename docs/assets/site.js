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
const SCROLLS =
  ".highlight pre > code, .md-typeset__scrollwrap, .measured-all, .tabbed-labels";
const fits = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    if (target.scrollWidth > target.clientWidth + 1) target.tabIndex = 0;
    else target.removeAttribute("tabindex");
  }
});

// The drawer of a phone is opened by a label, which has no focus: a button takes its place.
function openByButton() {
  const drawer = document.getElementById("__drawer");
  const label = document.querySelector('.md-header [for="__drawer"]');
  const button = document.createElement("button");
  button.className = `${label.className} drawer-button`;
  button.ariaLabel = "Navigation";
  button.ariaExpanded = "false";
  button.append(...label.childNodes);
  label.replaceWith(button);
  button.addEventListener("click", () => drawer.click());
  drawer.addEventListener("change", () => (button.ariaExpanded = `${drawer.checked}`));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && drawer.checked) {
      drawer.click();
      button.focus();
    }
  });
}
openByButton();

document$.subscribe(() => {
  fits.disconnect();
  for (const block of document.querySelectorAll(SCROLLS)) fits.observe(block);
});

// What an address names is brought into sight: its tab and its folds are opened, and what has hidden
// it, such as a filter, hears of that and shows it.
function reveal() {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  let isHidden = false;
  for (let around = target; around; around = around.parentElement) {
    if (around.matches(".tabbed-block")) {
      const set = around.closest(".tabbed-set");
      const inputs = set.querySelectorAll(":scope > input");
      const input = inputs[[...around.parentElement.children].indexOf(around)];
      isHidden ||= !input.checked;
      input.checked = true;
    } else if (around.matches("details:not([open])")) {
      isHidden = around.open = true;
    } else if (around.hidden) {
      isHidden = around.dispatchEvent(new Event("reveal", { bubbles: true }));
    }
  }
  if (isHidden) target.scrollIntoView();
}
addEventListener("hashchange", reveal);
document$.subscribe(reveal);
// A link to the address that is there already changes nothing, and yet it is followed.
document.addEventListener("click", ({ target }) => {
  const link = target.closest?.('a[href*="#"]');
  if (link && link.href === location.href) reveal();
});
