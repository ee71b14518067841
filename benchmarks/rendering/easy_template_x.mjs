// node easy_template_x.mjs <folder with node_modules> <template.docx> <contexts.json>
// Prints the CPU milliseconds that one document takes, after a round to warm up.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";

const [folder, templatePath, contextsPath] = process.argv.slice(2);
const { TemplateHandler } = createRequire(join(resolve(folder), "any.js"))("easy-template-x");
const template = readFileSync(templatePath);
const contexts = JSON.parse(readFileSync(contextsPath, "utf8"));
const handler = new TemplateHandler();

for (const context of contexts) await handler.process(template, context);
const before = process.cpuUsage();
for (const context of contexts) await handler.process(template, context);
const { user, system } = process.cpuUsage(before);
console.log((user + system) / 1000 / contexts.length);
