import { provideZonelessChangeDetection } from "@angular/core";
import { provideClientHydration } from "@angular/platform-browser";

export const config = { providers: [provideZonelessChangeDetection(), provideClientHydration()] };
