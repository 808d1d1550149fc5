// Marks the layer in the drawing whose panel was opened last. A link to a place inside a closed
// panel opens it without a script; where a page came without a reload, or in a browser of before
// 2025, this does it.

(() => {
  function showLayer() {
    for (const layer of document.querySelectorAll(".cake a")) {
      const isCurrent = layer.getAttribute("href") === location.hash;
      if (isCurrent) layer.setAttribute("aria-current", "true");
      else layer.removeAttribute("aria-current");
    }
    if (!location.hash.startsWith("#layer-")) return;
    const place = document.querySelector(location.hash);
    const panel = place?.closest("details.cake-panel:not([open])");
    if (!panel) return;
    panel.open = true;
    place.scrollIntoView();
  }

  window.addEventListener("hashchange", showLayer);
  // The theme tells of each page, also of one that came without a reload.
  if (window.document$) window.document$.subscribe(showLayer);
  else showLayer();
})();
