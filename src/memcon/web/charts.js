// Draws a page's charts with Vega, which a page with a chart loads before this module.
//
// No text of a specification is run: Vega interprets its expressions (ast), so the page's policy
// can forbid eval. Where a row of the chart has an address, choosing it goes there.

const style = getComputedStyle(document.documentElement);
const ink = style.getPropertyValue("--ink").trim();
const look = { config: { axis: { labelColor: ink, titleColor: ink }, legend: { labelColor: ink, titleColor: ink }, title: { color: ink } } };

for (const figure of document.querySelectorAll("figure.chart")) {
  const specification = JSON.parse(figure.querySelector(".specification").textContent);
  const drawing = figure.querySelector(".drawing");
  const options = { actions: false, ast: true, renderer: "svg", defaultStyle: false, tooltip: { disableDefaultStyle: true }, ...look };
  const { view } = await window.vegaEmbed(drawing, specification, options);
  view.addEventListener("click", (_, item) => {
    const address = item?.datum?.address;
    if (typeof address === "string" && address.startsWith("/")) location.assign(address);
  });
  figure.dispatchEvent(new CustomEvent("drawn", { detail: view, bubbles: true }));
}
document.documentElement.dataset.drawn = "yes";
