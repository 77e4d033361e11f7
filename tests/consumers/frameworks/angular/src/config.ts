import { provideZonelessChangeDetection } from "@angular/core";
import { provideClientHydration } from "@angular/platform-browser";
import { provideRouter, type Routes } from "@angular/router";
import { Card } from "./card";

const routes: Routes = [
	{ path: "", component: Card },
	{ path: "all", loadComponent: async () => (await import("./all")).All },
];

export const config = {
	providers: [provideZonelessChangeDetection(), provideClientHydration(), provideRouter(routes)],
};
