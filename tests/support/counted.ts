/** How much work goes over some data, counted by what is read of it: time says little where others use the machine. */

/** The data as it is, with each property that is read counted, at any depth. What is in maps and bytes is not. */
export function counted<T extends object>(data: T): { readonly data: T; readonly reads: () => number } {
  let reads = 0;
  const proxies = new WeakMap<object, object>();
  const wrap = (value: object): object => {
    if (value instanceof Map || value instanceof Set || ArrayBuffer.isView(value)) return value;
    const known = proxies.get(value);
    if (known) return known;
    const proxy = new Proxy(value, {
      get(target, key) {
        reads += 1;
        const found: unknown = Reflect.get(target, key);
        return typeof found === 'object' && found !== null ? wrap(found) : found;
      },
    });
    proxies.set(value, proxy);
    return proxy;
  };
  return { data: wrap(data) as T, reads: () => reads };
}

/**
 * How many times as much a unit costs among many as among few: 1 where the work grows with the amount.
 * @param cost of so many units; what they share is taken out
 */
export async function growth(few: number, cost: (units: number) => Promise<number>): Promise<number> {
  const [one, two, four, five] = [
    await cost(few),
    await cost(few * 2),
    await cost(few * 4),
    await cost(few * 5),
  ];
  return (five - four) / (two - one);
}
