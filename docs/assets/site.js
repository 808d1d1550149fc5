// What the theme leaves out: Copy buttons that keep the last newline, and names for its landmarks.

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
