import { testApp } from "./built-app.mjs";

testApp("Nuxt", { build: ["nuxt/bin/nuxt.mjs", "build"], server: [".output/server/index.mjs"] });
