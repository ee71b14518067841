const MOST_PRINTED = 1000;
const pagers = [];

/* A long list, a page at a time. render: item → element. wrap: elements → what holds them. */
function pager(container, { render, wrap, size, name, empty }) {
  const self = { items: [], page: 0 };
  const body = make("div");
  const previous = make("button", { type: "button", onclick: () => turn(-1) }, "‹ 上一页");
  const next = make("button", { type: "button", onclick: () => turn(1) }, "下一页 ›");
  const where = make("span");
  const controls = make("nav", { class: "pages", "aria-label": `${name}的分页` }, previous, where, next);
  container.append(body, controls);

  function draw(from, to) {
    body.replaceChildren(
      self.items.length ? wrap(self.items.slice(from, to).map(render)) : make("p", { class: "empty" }, empty),
    );
  }
  self.draw = () => {
    const pages = Math.max(1, Math.ceil(self.items.length / size));
    self.page = Math.min(Math.max(self.page, 0), pages - 1);
    const from = self.page * size;
    draw(from, from + size);
    controls.hidden = pages === 1;
    where.textContent = `第${from + 1}–${Math.min(from + size, self.items.length)}个，共${self.items.length}个`;
    previous.disabled = self.page === 0;
    next.disabled = self.page === pages - 1;
  };
  function turn(by) {
    self.page += by;
    self.draw();
    container.scrollIntoView({ block: "nearest" });
  }
  self.show = (items, at = 0) => {
    self.items = items;
    self.page = Math.floor(at / size);
    self.draw();
  };
  self.drawAll = () => draw(0, MOST_PRINTED);
  self.isSeen = () => body.offsetParent !== null;
  pagers.push(self);
  return self;
}

/* On paper nothing can be turned. */
function setUpPrinting() {
  addEventListener("beforeprint", () => pagers.filter((each) => each.isSeen()).forEach((each) => each.drawAll()));
  addEventListener("afterprint", () => pagers.forEach((each) => each.draw()));
}
