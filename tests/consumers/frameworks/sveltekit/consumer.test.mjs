import { testApp } from "./built-app.mjs";

testApp("SvelteKit", { build: ["vite/bin/vite.js", "build"], server: ["build/index.js"] });
