import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MATERIAL_ANIMATIONS } from '@angular/material/core';
import { provideRouter, Router } from '@angular/router';
import { provideTestApi, TestApi } from '../../../../testing/api';
import { byName, textOf } from '../../../../testing/dom';
import { provideTexts } from '../../../../testing/translations';
import { Downloads, type DownloadParams } from '../../../downloads/downloads';
import { DEFAULT_LIST } from '../list-query';
import { ListActions } from './list-actions';

@Component({ template: '' })
class Screen {}

describe('list actions', () => {
  let api: TestApi;
  let asked: [string, DownloadParams | undefined][];
  let outcome: () => Promise<string>;

  beforeEach(async () => {
    localStorage.clear();
    asked = [];
    outcome = async () => 'leads.csv';
    const save = (path: string, params?: DownloadParams) => {
      asked.push([path, params]);
      return outcome();
    };
    TestBed.configureTestingModule({
      providers: [
        provideTexts(),
        provideTestApi(),
        { provide: MATERIAL_ANIMATIONS, useValue: { animationsDisabled: true } },
        provideRouter([{ path: '**', component: Screen }]),
        { provide: Downloads, useValue: { save } },
      ],
    });
    const fixture = TestBed.createComponent(ListActions);
    fixture.componentRef.setInput('query', {
      ...DEFAULT_LIST,
      status: 'new',
      contact: 'ada',
      sort: 'name',
      rows: 200,
    });
    api = new TestApi();
    await api.settle();
    byName<HTMLButtonElement>(fixture.nativeElement as HTMLElement, 'button', 'More').click();
    await api.settle();
  });

  async function choose(name: string): Promise<void> {
    byName(document, '[role=menuitem]', name).click();
    for (let round = 0; round < 5; round++) await api.settle();
  }
  const toast = () =>
    textOf([...document.querySelectorAll('mat-snack-bar-container')].at(-1) ?? null);

  it('export what the list finds, in its order, and not only its rows', async () => {
    await choose('Export these leads');
    expect(asked).toEqual([['/leads/export', { status: 'new', contact: 'ada', sort: 'name' }]]);
    expect(toast()).toContain('Saved as leads.csv.');
  });

  it('say why nothing was exported', async () => {
    outcome = () => Promise.reject(new Error('no'));
    await choose('Export these leads');
    expect(toast()).toContain('The leads were not exported. The server cannot be reached.');
  });

  it('lead to the import', async () => {
    await choose('Import leads');
    expect(TestBed.inject(Router).url).toBe('/leads/import');
  });
});
