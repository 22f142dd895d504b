import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './app/app';
import { appConfig } from './app/app.config';

// The page's Content-Security-Policy allows no code that is made from text. zod, which is loaded
// later and only where something is entered, finds its configuration here.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });

// Not awaited: a module that waits at its top keeps the build from merging what is always loaded
// together, and the list would come in forty files. Nor in the task in which the scripts are read.
setTimeout(() => void bootstrapApplication(App, appConfig));
