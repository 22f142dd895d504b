/** Where the lines of a chart are drawn: from 0 in equal, round steps to the first that holds `most`. */
export function roundSteps(most: number, wanted = 4): number[] {
  const rough = Math.max(most, 1) / wanted;
  const magnitude = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(
    1,
    [1, 2, 5, 10].map((it) => it * magnitude).find((it) => it >= rough) ?? rough,
  );
  return Array.from({ length: Math.ceil(Math.max(most, 1) / step) + 1 }, (_, n) => n * step);
}
