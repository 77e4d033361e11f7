/** Takes what the command-line tool sends to the gateway that stands in for WeChat Pay: `node --import` runs it first. */

import { fetchThrough } from "../gateway/gateway.mjs";

const { fetch } = globalThis;
const through = fetchThrough({ main: process.env.GATEWAY, backup: process.env.GATEWAY, fetch });
globalThis.fetch = through;
