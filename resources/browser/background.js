/**
 * The extension's background: a service worker in Chromium, an event page in Firefox.
 *
 * Everything that listens is set up here and at once; the browser stops this script whenever it
 * is idle and starts it again for what it listened to.
 */

import * as badge from "./badge.js";
import * as heldKeys from "./held_keys.js";
import * as menus from "./menus.js";
import { isFirefox } from "./stores.js";
import { takeOne } from "./take_over.js";
import * as chromium from "./take_over_chromium.js";
import * as firefox from "./take_over_firefox.js";

(isFirefox ? firefox : chromium).register();
heldKeys.follow();
menus.register({ take: takeOne });
badge.follow();
