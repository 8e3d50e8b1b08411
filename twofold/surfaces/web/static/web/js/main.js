// What every page gains by script. Nothing here is needed to use a page.
import "./times.js";
import "./menus.js";
import "./theme.js";
import "./requests.js";
import "./areas.js";
import "./pictures.js";
import "./stream.js";
import "./shortcuts.js";
import "./posts.js";
