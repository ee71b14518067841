const LABELS = { conclusion: "结论", person: "核实人", day: "日期" };

/* Excel reads a cell with a line break or a tab in it as one where it stands in quotation marks. */
const tsvCell = (text) => (/[\t\r\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

const escaped = (text) =>
  text.replace(/[&<>"]/g, (each) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[each]);

/* Excel would turn an excerpt like 2010年9月 into a date, and the row would no longer be about it. */
const htmlRow = (cells) =>
  `<table><tr>${cells
    .map((text) => `<td style="mso-number-format:'\\@';white-space:pre-wrap">${escaped(text)}</td>`)
    .join("")}</tr></table>`;

const remembered = {
  get: (name) => {
    try {
      return sessionStorage.getItem(`awardgen-${name}`) || "";
    } catch {
      return "";
    }
  },
  set: (name, value) => {
    try {
      sessionStorage.setItem(`awardgen-${name}`, value);
    } catch {
      /* a browser that keeps nothing: it is typed again */
    }
  },
};

function today() {
  const now = new Date();
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, "0")}-${String(now.getDate()).padStart(2, "0")}`;
}

/* What a person decides about a finding, as a row of the sheet 核实. alike: findings that it settles together. */
function settleForm(finding, alike) {
  const id = `settle-${finding.position}`;
  const field = (name, type, value, placeholder) =>
    make(
      "label",
      { class: name === "conclusion" ? "grow" : null },
      `${LABELS[name]} `,
      make("input", { type, name, value, placeholder, autocomplete: "off", id: `${id}-${name}` }),
    );
  const preview = make("tbody");
  const form = make(
    "form",
    { class: "settle", "aria-label": "核实这个问题" },
    make("h4", {}, "核实：看过了，不必修改"),
    make(
      "div",
      { class: "settle-fields" },
      field("conclusion", "text", "", "如：已对照原件，属实"),
      field("person", "text", remembered.get("person"), "姓名"),
      field("day", "date", today()),
    ),
    make(
      "table",
      { class: "row-to-copy" },
      make("caption", {}, "工作表“核实”的一行"),
      make(
        "thead",
        {},
        make("tr", {}, ["编号", "代码", "摘录", "结论", "核实人", "日期"].map((name) => make("th", { scope: "col" }, name))),
      ),
      preview,
    ),
    make(
      "p",
      { class: "settle-do" },
      make("button", { type: "submit", class: "primary" }, "复制这一行"),
      make(
        "span",
        { class: "muted" },
        "粘贴到 data/活动设置.xlsx 的工作表“核实”第一个空行的A列，保存后再检查一次。",
        alike > 1 ? `同样的${alike}处一起了结。` : "",
      ),
    ),
  );
  const cells = () => [
    finding.applicant || "",
    finding.code,
    finding.excerpt || "",
    ...["conclusion", "person", "day"].map((name) => form.elements[name].value.trim()),
  ];
  const redraw = () => preview.replaceChildren(make("tr", {}, cells().map((text) => make("td", {}, bdi(text)))));
  form.addEventListener("input", redraw);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    remembered.set("person", form.elements.person.value.trim());
    const row = cells();
    copy(row.map(tsvCell).join("\t"), htmlRow(row), "已复制。请粘贴到活动设置.xlsx的工作表“核实”中。");
  });
  redraw();
  return form;
}
