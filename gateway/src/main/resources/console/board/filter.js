// What is looked at stands in the address, so that it can be saved, shared and gone back to.

export const FIELDS = ['priority', 'state', 'owner', 'unassigned', 'channel', 'language', 'tier', 'product', 'customer', 'sort'];

/** @param {string} query what stands behind `?` */
export const read = (query) => Object.fromEntries([...new URLSearchParams(query)].filter(([name, value]) => FIELDS.includes(name) && value));

export function address(queue, fields) {
  const query = new URLSearchParams(Object.entries(fields).filter(([, value]) => value)).toString();
  return `#/board${queue ? `/${encodeURIComponent(queue)}` : ''}${query ? `?${query}` : ''}`;
}

export const go = (queue, fields) => {
  location.hash = address(queue, fields);
};
