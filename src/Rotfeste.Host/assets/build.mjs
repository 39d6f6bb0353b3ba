// Bundles what the browser gets into wwwroot/dist: one style sheet, one script, the faces.
import { copyFile, readFile, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, "../wwwroot/dist");

// colours.css names every colour of the theme, so the theme's own would only be weight.
const themeWithoutColours = {
  name: "theme-without-colours",
  setup(bundler) {
    bundler.onLoad({ filter: /designsystemet-theme.+\.css$/ }, async ({ path }) => {
      const css = await readFile(path, "utf8");
      const parts = css.split(/(?=@layer ds\.theme)/);
      return { contents: parts.filter((part) => !part.startsWith("@layer ds.theme.color-scheme")).join(""), loader: "css" };
    });
  },
};

await rm(out, { recursive: true, force: true });
await build({
  absWorkingDir: here,
  entryPoints: ["js/app.js", "css/app.css"],
  outdir: out,
  entryNames: "[name]",
  bundle: true,
  minify: true,
  format: "esm",
  target: ["chrome123", "firefox120", "safari17.5"],
  loader: { ".woff2": "file", ".svg": "dataurl" },
  assetNames: "[name]-[hash]",
  plugins: [themeWithoutColours],
  legalComments: "none",
  logLevel: "warning",
}).catch(() => process.exit(1));

// The icon on the browser's tab is asked for by name.
await copyFile(join(here, "marks/brand.svg"), join(out, "mark.svg"));
