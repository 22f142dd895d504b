import { CDK_CONNECTED_OVERLAY_DEFAULT_CONFIG, OverlayContainer } from '@angular/cdk/overlay';
import { provideHttpClient, withInterceptors } from '@angular/common/http';
import {
  type ApplicationConfig,
  inject,
  isDevMode,
  provideAppInitializer,
  provideBrowserGlobalErrorListeners,
} from '@angular/core';
import {
  provideRouter,
  Router,
  TitleStrategy,
  withComponentInputBinding,
  withDisabledInitialNavigation,
  withInMemoryScrolling,
} from '@angular/router';
import { provideTransloco } from '@jsverse/transloco';
import { actorHeader } from './actor/actor-header';
import { routes } from './app.routes';
import { Language, LANGUAGES, TranslationChunks } from './i18n/language';
import { OverlaysInMain } from './overlays-in-main';
import { PageTitle } from './page-title';
import { tenantHeader } from './tenant/tenant-header';

export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideHttpClient(withInterceptors([tenantHeader, actorHeader])),
    provideRouter(
      routes,
      withComponentInputBinding(),
      withDisabledInitialNavigation(),
      withInMemoryScrolling({ scrollPositionRestoration: 'enabled' }),
    ),
    { provide: TitleStrategy, useExisting: PageTitle },
    { provide: OverlayContainer, useExisting: OverlaysInMain },
    // Nothing that opens is cut off at the edge of a narrow screen.
    {
      provide: CDK_CONNECTED_OVERLAY_DEFAULT_CONFIG,
      useValue: { viewportMargin: 8, push: true },
    },
    provideTransloco({
      config: {
        availableLangs: [...LANGUAGES],
        defaultLang: 'en',
        reRenderOnLangChange: true,
        prodMode: !isDevMode(),
      },
      loader: TranslationChunks,
    }),
    provideAppInitializer(async () => {
      const router = inject(Router);
      await inject(Language).start();
      // Begun before the frame is drawn, and not waited for: what the screen needs is under way.
      router.initialNavigation();
    }),
  ],
};
