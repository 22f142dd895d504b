import { inject } from '@angular/core';
import type { Routes } from '@angular/router';
import { Language } from './i18n/language';
import { leadPageTexts } from './leads/lead-page/texts/lead-page-texts';

export const routes: Routes = [
  { path: '', pathMatch: 'full', redirectTo: 'leads' },
  {
    path: 'leads',
    title: 'leads',
    loadComponent: async () => (await import('./leads/lead-list/lead-list')).LeadList,
  },
  {
    path: 'leads/new',
    title: 'newLead',
    loadComponent: async () => (await import('./leads/new-lead/new-lead')).NewLead,
    canDeactivate: [async (page: { mayLeave(): boolean | Promise<boolean> }) => page.mayLeave()],
  },
  {
    path: 'leads/:id',
    title: 'lead',
    loadComponent: async () => {
      const texts = inject(Language).add(leadPageTexts);
      const { LeadPage } = await import('./leads/lead-page/lead-page');
      await texts;
      return LeadPage;
    },
  },
  {
    path: '**',
    title: 'notFound',
    loadComponent: async () => (await import('./not-found/not-found')).NotFound,
  },
];
