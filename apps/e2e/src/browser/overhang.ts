import { expect, type Locator, type Page } from '@playwright/test';

/** Nothing stands out of the screen to the side. */
export async function expectNoOverhang(page: Page): Promise<void> {
  const overhang = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
  expect(overhang).toBe(0);
}

/** All of it can be seen from side to side: what lies over the page makes that no wider. */
export async function expectInSight(it: Locator): Promise<void> {
  const width = it.page().viewportSize()?.width ?? 0;
  await expect
    .poll(async () => {
      const box = await it.boundingBox();
      return box !== null && box.x >= 0 && box.x + box.width <= width;
    })
    .toBe(true);
}
