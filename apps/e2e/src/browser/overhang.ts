import { expect, type Page } from '@playwright/test';

/** Nothing stands out of the screen to the side. */
export async function expectNoOverhang(page: Page): Promise<void> {
  const overhang = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
  expect(overhang).toBe(0);
}
