// On the 404 page: where the site lies, and what was asked for. The page names this script at
// several depths above the address that was asked for. The first that is there sets the base of all
// links; the last, at the end of the page, tells it to the theme and fills in the search.
{
  const root = new URL("..", document.currentScript.src).href;
  if (!document.body && !document.querySelector("base")) {
    const base = document.createElement("base");
    base.href = root;
    document.head.append(base);
  }
  const config = document.getElementById("__config");
  if (config) {
    config.textContent = JSON.stringify({ ...JSON.parse(config.textContent), base: root });
    const asked = decodeURI(location.href).replace(/[?#].*/, "");
    document.getElementById("not-found-address").textContent = asked;
    const path = asked.startsWith(root) ? asked.slice(root.length) : "";
    const words = path.replace(/\.\w+$/, "").split(/[^\p{L}\p{N}]+/u);
    document.getElementById("not-found-words").value = words.filter(Boolean).join(" ");
  }
}
