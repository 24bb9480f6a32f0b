// The menu is open where there is room for it; charts.js draws what charts there are.

const menu = document.querySelector(".menu");
if (menu) {
  const wide = matchMedia("(min-width: 60rem)");
  const fit = () => { menu.open = wide.matches; };
  fit();
  wide.addEventListener("change", fit);
}
