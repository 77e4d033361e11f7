import { testApp } from "./built-app.mjs";

testApp("Astro", {
	build: ["astro/bin/astro.mjs", "build"],
	server: ["dist/server/entry.mjs"],
	env: { ASTRO_TELEMETRY_DISABLED: "1" },
});
