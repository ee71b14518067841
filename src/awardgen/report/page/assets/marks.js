const VERDICTS = {
  inside: { label: "在规定时间内", shape: "●" },
  outside: { label: "不在规定时间内", shape: "✕" },
  straddles: { label: "部分不在规定时间内", shape: "◐" },
  background: { label: "背景，不计", shape: "○" },
};

const verdictOf = (mention) => data.verdicts[mention[4]];

/* A text, or what is left of it, with its marks. write-up: as packed. id: what the marks' names begin with. */
function markedText(writeUp, id, only = null) {
  const holder = make("div", { class: "text", lang: "zh-CN" });
  let after = 0;
  for (const [from, piece] of writeUp.pieces) {
    if (from > after) holder.append(make("span", { class: "gap" }, "……"));
    const cut = slicer(piece);
    const size = /[\ud800-\udfff]/.test(piece) ? Array.from(piece).length : piece.length;
    let at = from;
    writeUp.mentions.forEach((mention, index) => {
      const [start, end] = mention;
      if (start < from || end > from + size || (only && !only(mention))) return;
      holder.append(visible(cut(at - from, start - from)));
      holder.append(mark(mention, cut(start - from, end - from), `${id}-${index}`));
      at = end;
    });
    holder.append(visible(cut(at - from, size)));
    after = from + size;
  }
  if (after < writeUp.size) holder.append(make("span", { class: "gap" }, "……"));
  return holder;
}

function mark(mention, text, id) {
  const verdict = verdictOf(mention);
  const told = `${days(mention[2], mention[3])}，${VERDICTS[verdict].label}${mention[5] ? `（${mention[5]}）` : ""}`;
  return make(
    "mark",
    { class: verdict, id, title: told, "data-start": mention[0], "data-end": mention[1] },
    text,
    make("span", { class: "unseen" }, `〔${VERDICTS[verdict].label}〕`),
  );
}

function legend() {
  return make(
    "ul",
    { class: "legend", "aria-label": "图例" },
    Object.entries(VERDICTS).map(([name, { label, shape }]) =>
      make("li", {}, make("span", { class: `shape ${name}`, "aria-hidden": "true" }, shape), make("span", { class: `sample ${name}` }, label)),
    ),
  );
}
