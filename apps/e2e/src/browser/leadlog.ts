import { expect, type Locator, type Page, type Route } from '@playwright/test';
import type { Words } from './words.ts';

/** The application as a person uses it: by what is to be read and heard on the screen. */
export class Leadlog {
  readonly page: Page;
  readonly words: Words;

  constructor(page: Page, words: Words) {
    this.page = page;
    this.words = words;
  }

  /** The link of each lead in the list, in its order. */
  get leads(): Locator {
    const { leads } = this.words;
    const list = this.page
      .getByRole('grid', { name: leads })
      .or(this.page.getByRole('list', { name: leads }));
    return list.getByRole('link');
  }

  /** The entries of a lead's history, newest first. */
  get history(): Locator {
    return this.page.getByRole('list', { name: this.words.history }).locator('> li');
  }

  field(name: string): Locator {
    return this.page.getByRole('textbox', { name, exact: true });
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  heading(name: string): Locator {
    return this.page.getByRole('heading', { level: 1, name, exact: true });
  }

  status(name: string, status: string): Locator {
    return this.button(this.words.statusOf(name, status));
  }

  async open(path = 'leads'): Promise<void> {
    await this.page.goto(`/app/${path}`);
    await expect(this.page.getByRole('heading', { level: 1 })).toBeVisible();
  }

  async changeStatus(name: string, from: string, to: string): Promise<void> {
    await this.status(name, from).click();
    await this.page.getByRole('menuitemradio', { name: to, exact: true }).click();
  }

  async switchTenant(from: string, to: string): Promise<void> {
    const { tenant, otherTenant, switch: go } = this.words;
    await this.button(tenant(from)).click();
    await this.field(otherTenant).fill(to);
    await this.button(go).click();
    await expect(this.button(tenant(to))).toBeVisible();
  }
}

/** An answer as the service gives it when it cannot do what was asked. */
export function refuse(route: Route, problem: { type: string; status: number; errors?: object[] }) {
  return route.fulfill({
    status: problem.status,
    contentType: 'application/problem+json',
    body: JSON.stringify({
      title: 'Refused by the test',
      detail: 'The test wants to see what happens.',
      instance: new URL(route.request().url()).pathname,
      correlation_id: 'of-the-test',
      ...problem,
    }),
  });
}
