let data = null;
let findingData = null;

function setUpScores() {
  const select = $("#scores-award");
  if (!select) return;
  const show = () => $$("[data-scores]").forEach((each) => (each.hidden = each.dataset.scores !== select.value));
  select.addEventListener("change", show);
  show();
}

/* Names are put into addresses here, where they need no escaping. */
function setUpLinks() {
  for (const name of ["group", "award"])
    $$(`[data-${name}]`).forEach((link) => {
      const tab = new URLSearchParams(link.getAttribute("href").slice(1)).get("tab");
      link.href = `#${new URLSearchParams({ tab, [name]: link.dataset[name] })}`;
    });
}

async function start() {
  const made = new Date(document.lastModified);
  if (!Number.isNaN(made.getTime()))
    $("#made").textContent = `· ${made.toLocaleString("zh-CN", { dateStyle: "long", timeStyle: "short" })}`;
  setUpTabs();
  setUpLinks();
  setUpScores();
  setUpPrinting();
  readState();
  showTab(state.get("tab"));
  if (typeof DecompressionStream === "undefined") {
    const trouble = $("#trouble");
    trouble.textContent = "这个浏览器太旧，打不开问题、事迹材料和排名的清单。请换用较新的Edge、Chrome、Firefox或360浏览器（极速模式）。";
    trouble.hidden = false;
    return;
  }
  data = await unpack("data");
  setUpFindings();
  setUpWriteUps();
  setUpRanking();
  setUpDocuments();
  await show();
  document.documentElement.dataset.ready = "true";
}

start();
