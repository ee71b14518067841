const LINE = { width: 720, left: 14, right: 706, lane: 15, top: 26, lanes: 8 };

/* The window as a band, each mention on it where it was read to be; what lies far off stands at the edge. */
function timeline(mentions, id) {
  const [first, last] = data.window;
  const margin = Math.round((last - first) * 0.22);
  const low = first - margin;
  const high = last + margin;
  const x = (day) =>
    LINE.left + ((Math.min(Math.max(day, low), high) - low) / (high - low)) * (LINE.right - LINE.left);
  const ends = [];
  const drawn = mentions.map((mention, index) => {
    const from = x(mention[2]);
    const to = x(mention[3] + 1);
    let lane = ends.findIndex((end) => end + 9 < from - 5);
    if (lane < 0) lane = ends.length < LINE.lanes ? ends.length : index % LINE.lanes;
    ends[lane] = Math.max(ends[lane] || 0, to);
    return { mention, from, to, lane, before: mention[3] < low, after: mention[2] > high };
  });
  const bottom = LINE.top + Math.max(ends.length, 1) * LINE.lane + 6;
  const counts = data.verdicts.map((name, index) => [name, mentions.filter((each) => each[4] === index).length]);
  const told = counts.filter(([, count]) => count).map(([name, count]) => `${VERDICTS[name].label}${count}处`);
  return draw(
    "svg",
    { class: "timeline", viewBox: `0 0 ${LINE.width} ${bottom + 22}`, role: "img", "aria-labelledby": `${id}-lt ${id}-ld` },
    draw("title", { id: `${id}-lt` }, `事迹时间 ${isoDay(first)} 至 ${isoDay(last)}`),
    draw("desc", { id: `${id}-ld` }, told.length ? `${told.join("，")}。下面的表列出每一处。` : "没有读到时间。"),
    draw("rect", { class: "window", x: x(first), y: LINE.top - 8, width: x(last + 1) - x(first), height: bottom - LINE.top + 8 }),
    draw("text", { class: "edge", x: x(first), y: 12, "text-anchor": "middle" }, isoDay(first)),
    draw("text", { class: "edge", x: x(last + 1), y: 12, "text-anchor": "middle" }, isoDay(last)),
    months(low, high).map(([day, label]) => [
      draw("path", { class: "month", d: `M${x(day)} ${bottom}v4` }),
      label && draw("text", { class: "tick", x: x(day), y: bottom + 16 }, label),
    ]),
    draw("path", { class: "axis", d: `M${LINE.left} ${bottom}H${LINE.right}` }),
    drawn.map((each, index) => drawMention(each, () => flash(`${id}-${index}`))),
  );
}

/* A mouse finds the mark in the text from here; the table below does the same for everyone. */
function drawMention({ mention, from, to, lane, before, after }, onclick) {
  const y = LINE.top + lane * LINE.lane + 4;
  const verdict = verdictOf(mention);
  const middle = before ? LINE.left : after ? LINE.right : (from + to) / 2;
  return draw(
    "g",
    { class: `mention ${verdict}`, onclick },
    draw("title", {}, `${days(mention[2], mention[3])}，${VERDICTS[verdict].label}`),
    !before && !after && to - from > 12 && draw("path", { class: "span", d: `M${from} ${y}H${to}` }),
    draw("text", { class: "glyph", x: middle, y: y + 4.5 }, before ? "◀" : after ? "▶" : VERDICTS[verdict].shape),
  );
}

/* The first of each month; every third, and each January, with its name. */
function months(low, high) {
  const found = [];
  const day = new Date((low - 719163) * 86400000);
  let year = day.getUTCFullYear();
  let month = day.getUTCMonth() + 1;
  const long = high - low > 900;
  for (;;) {
    if (month === 12) {
      month = 0;
      year += 1;
    }
    const ordinal = Date.UTC(year, month, 1) / 86400000 + 719163;
    if (ordinal > high) return found;
    const isNamed = month === 0 || (!long && month % 3 === 0);
    if (ordinal >= low && (!long || month === 0))
      found.push([ordinal, isNamed ? (month === 0 ? `${year}年` : `${month + 1}月`) : ""]);
    month += 1;
  }
}

/* 字数 against what is asked for. */
function gauge(length, id) {
  const [least, aim, most] = data.limits;
  const full = Math.max(most * 1.25, length * 1.05);
  const x = (count) => 10 + (count / full) * 340;
  const state = length > most ? "超过上限" : length < least ? "少于下限" : "合乎要求";
  const isRight = length >= least && length <= most;
  return draw(
    "svg",
    { class: `gauge ${isRight ? "right" : "wrong"}`, viewBox: "0 0 360 46", role: "img", "aria-labelledby": `${id}-gt` },
    draw("title", { id: `${id}-gt` }, `${length}字，要求${aim}字左右（${least}至${most}字），${state}`),
    draw("rect", { class: "track", x: 10, y: 16, width: 340, height: 10, rx: 5 }),
    draw("rect", { class: "allowed", x: x(least), y: 16, width: x(most) - x(least), height: 10 }),
    draw("path", { class: "aim", d: `M${x(aim)} 13v16` }),
    draw("path", { class: "needle", d: `M${x(length)} 27l-6 9h12z` }),
    draw("text", { class: "tick", x: x(least), y: 10 }, `${least}`),
    draw("text", { class: "tick", x: x(most), y: 10 }, `${most}`),
  );
}
