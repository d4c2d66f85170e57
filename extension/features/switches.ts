let switches: Readonly<Record<string, boolean>> = {};

/** Which features run from now on, by id; one that is not named is on. Whoever shows features draws anew afterwards. */
export function switchFeatures(chosen: Readonly<Record<string, boolean>>): void {
  switches = chosen;
}

export const isOn = (id: string): boolean => switches[id] !== false;
