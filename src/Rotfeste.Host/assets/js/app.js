// Every page works without script, save sign-in by passkey; what follows makes it quicker.
import "htmx.org/dist/htmx.esm.js";
import { startAnnouncing } from "./announce.js";
import { startComposers } from "./composer.js";
import { startCopying } from "./copy.js";
import { startKeeping } from "./keeping.js";
import { startKeys } from "./keys.js";
import { startLive } from "./live.js";
import { startMenus } from "./menus.js";
import { startPasskeys } from "./passkey.js";
import { startPictures } from "./pictures.js";
import { startPresence } from "./presence.js";
import { startPrinting } from "./print.js";
import { tokenHeader } from "./token.js";

document.addEventListener("htmx:config:request", (event) => {
  const request = event.detail.ctx.request;
  if (request.method !== "GET") Object.assign(request.headers, tokenHeader());
});

startLive(document.body.dataset.live);
startAnnouncing();
startComposers();
startCopying();
startKeeping();
startKeys();
startMenus();
startPasskeys();
startPictures();
startPresence();
startPrinting();
for (const newest of document.querySelectorAll("[data-into-view]")) newest.scrollIntoView({ block: "nearest" });
document.querySelector("[data-focus]")?.focus();
