/* Opens the panel of the layer that is chosen in the drawing. Without it the
   panels open by their own headings, and the links still lead to them. */
(function () {
  "use strict";
  var layers = document.querySelectorAll(".cake a[href^='#layer-']");

  function show() {
    layers.forEach(function (layer) {
      var id = layer.getAttribute("href").slice(1);
      var panel = document.getElementById(id);
      if (location.hash === "#" + id && panel) {
        layer.setAttribute("aria-current", "true");
        panel.open = true;
        panel.scrollIntoView();
      } else {
        layer.removeAttribute("aria-current");
      }
    });
  }

  layers.forEach(function (layer) {
    // A second choice of the same layer changes no hash, so no event tells of it.
    layer.addEventListener("click", function () {
      setTimeout(show, 0);
    });
  });
  window.addEventListener("hashchange", show);
  if (layers.length) show();
})();
