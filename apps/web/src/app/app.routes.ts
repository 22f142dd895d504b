import { inject } from '@angular/core';
import type { Routes } from '@angular/router';
import { boardTexts } from './board/texts/board-texts';
import { Language } from './i18n/language';
import { importTexts } from './imports/texts/import-texts';
import { duplicateTexts } from './leads/duplicates/texts/duplicate-texts';
import { LeadList } from './leads/lead-list/lead-list';
import { leadPageTexts } from './leads/lead-page/texts/lead-page-texts';
import { overviewTexts } from './overview/texts/overview-texts';
import { teamTexts } from './team/texts/team-texts';

/** A screen with something unsaved may ask to be stayed on. */
const mayLeave = async (page: { mayLeave(): boolean | Promise<boolean> }) => page.mayLeave();

/** The frame is drawn first: two short tasks leave an input less to wait for than one. */
const afterThisTask = <T>(screen: T) => new Promise<T>((resolve) => setTimeout(resolve, 0, screen));

export const routes: Routes = [
  { path: '', pathMatch: 'full', redirectTo: 'leads' },
  // Where a day begins: it comes with the frame, not one round trip after it.
  { path: 'leads', title: 'leads', loadComponent: () => afterThisTask(LeadList) },
  {
    path: 'leads/new',
    title: 'newLead',
    loadComponent: async () => {
      const texts = inject(Language).add(duplicateTexts);
      const { NewLead } = await import('./leads/new-lead/new-lead');
      await texts;
      return NewLead;
    },
    canDeactivate: [mayLeave],
  },
  {
    path: 'leads/import',
    title: 'import',
    loadComponent: async () => {
      const texts = inject(Language).add(importTexts);
      const { ImportAssistant } = await import('./imports/import-assistant/import-assistant');
      await texts;
      return ImportAssistant;
    },
    canDeactivate: [mayLeave],
  },
  {
    path: 'leads/:id',
    title: 'lead',
    loadComponent: async () => {
      const language = inject(Language);
      const texts = Promise.all([language.add(leadPageTexts), language.add(duplicateTexts)]);
      const { LeadPage } = await import('./leads/lead-page/lead-page');
      await texts;
      return LeadPage;
    },
    canDeactivate: [mayLeave],
    // Going to another lead or moment drops what is entered on the page as leaving does.
    runGuardsAndResolvers: 'paramsOrQueryParamsChange',
  },
  {
    path: 'board',
    title: 'board',
    loadComponent: async () => {
      const texts = inject(Language).add(boardTexts);
      const { Board } = await import('./board/board');
      await texts;
      return Board;
    },
  },
  {
    path: 'overview',
    title: 'overview',
    loadComponent: async () => {
      const texts = inject(Language).add(overviewTexts);
      const { Overview } = await import('./overview/overview');
      await texts;
      return Overview;
    },
  },
  {
    path: 'team',
    title: 'team',
    loadComponent: async () => {
      const texts = inject(Language).add(teamTexts);
      const { Team } = await import('./team/team');
      await texts;
      return Team;
    },
  },
  {
    path: '**',
    title: 'notFound',
    loadComponent: async () => (await import('./not-found/not-found')).NotFound,
  },
];
