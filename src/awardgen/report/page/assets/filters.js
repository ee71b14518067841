const option = (value, label = value, count = null) =>
  make("option", { value }, count === null ? label : `${label}（${count}）`);

function fill(select, values, all) {
  select.replaceChildren(option("", all), ...values);
}

/* A form whose fields narrow a list down and stand in the address. */
function filters(form, tab, onchange) {
  const fields = [...new Set([...form.elements].map((each) => each.name).filter(Boolean))];
  const boxes = (name) => $$(`input[type=checkbox][name=${name}]`, form);
  const self = {
    values() {
      return Object.fromEntries(
        fields.map((name) => {
          const choices = boxes(name);
          const value = choices.length
            ? choices.filter((box) => box.checked).map((box) => box.value).join(",")
            : form.elements[name].value.trim();
          return [name, value];
        }),
      );
    },
    read() {
      for (const name of fields) {
        const value = state.get(name) || "";
        const choices = boxes(name);
        if (choices.length) choices.forEach((box) => (box.checked = value.split(",").includes(box.value)));
        else if (form.elements[name].value.trim() !== value) form.elements[name].value = value;
      }
    },
  };
  let waiting = 0;
  const changed = () => {
    if (state.get("tab") === tab) writeState(self.values());
    onchange();
  };
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(changed, 120);
  });
  form.addEventListener("reset", () => {
    $$("input[type=hidden]", form).forEach((each) => (each.value = ""));
    setTimeout(changed);
  });
  return self;
}
