// Draws a page's charts with Vega, which a page with a chart loads before this module.
//
// No text of a specification is run: Vega interprets its expressions (ast), so the page's policy
// can forbid eval; and it writes no style of its own. Where a value has an address, choosing its
// mark goes there. A strip below a chart shows all of it: what is chosen on it is what the chart
// shows, and the strip follows when the chart is moved.

const options = {
  actions: false, ast: true, defaultStyle: false, renderer: "svg", tooltip: { disableDefaultStyle: true },
};
// Who drags a chart by more than this is not choosing a mark.
const stir = 4;

async function draw(script) {
  const drawing = script.previousElementSibling;
  const { view } = await window.vegaEmbed(drawing, JSON.parse(script.textContent), options);
  // Vega describes the marks to assistive tools, which are told of the drawing as a whole.
  drawing.querySelector("svg").setAttribute("aria-hidden", "true");
  lead(drawing, view);
  drawing.dispatchEvent(new CustomEvent("drawn", { detail: view, bubbles: true }));
  return view;
}

function lead(drawing, view) {
  let from = [0, 0];
  drawing.addEventListener("pointerdown", (event) => { from = [event.clientX, event.clientY]; });
  view.addEventListener("click", (event, item) => {
    const address = item?.datum?.address;
    const stirred = Math.hypot(event.clientX - from[0], event.clientY - from[1]);
    if (typeof address !== "string" || !address.startsWith("/") || stirred > stir) return;
    if (event.ctrlKey || event.metaKey) open(address);
    else location.assign(address);
  });
}

// Chart and strip have days ("since") on x. What the chart shows is its parameter "shown", bound to
// the scale; "chosen" is the strip's brush, which is moved by its place in pixels.
function couple(chart, strip) {
  let follows = false;
  chart.addSignalListener("shown", async (_, { since }) => {
    const inside = (day) => Math.min(Math.max(strip.scale("x")(day), 0), strip.width());
    const place = since ? since.map(inside) : [0, 0];
    follows = true;
    await strip.signal("chosen_x", place).runAsync();
    follows = false;
  });
  strip.addSignalListener("chosen", (_, { since }) => {
    if (!follows) chart.signal("shown_since", since ?? null).runAsync();
  });
}

for (const figure of document.querySelectorAll("figure.chart")) {
  const views = [];
  for (const script of figure.querySelectorAll("script.specification")) views.push(await draw(script));
  if (views.length > 1) couple(...views);
}
document.documentElement.dataset.drawn = "yes";
