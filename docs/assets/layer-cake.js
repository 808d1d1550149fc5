// Marks the layer in the drawing whose panel was opened last. The link itself opens the panel, as
// any address in a fold does: `reveal` in site.js.

(() => {
  function showLayer() {
    for (const layer of document.querySelectorAll(".cake a")) {
      const isCurrent = layer.getAttribute("href") === location.hash;
      if (isCurrent) layer.setAttribute("aria-current", "true");
      else layer.removeAttribute("aria-current");
    }
  }

  window.addEventListener("hashchange", showLayer);
  // The theme tells of each page, also of one that came without a reload.
  if (window.document$) window.document$.subscribe(showLayer);
  else showLayer();
})();
