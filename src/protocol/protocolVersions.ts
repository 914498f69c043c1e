/** The majors of the wire protocol that this code speaks. A newer major needs a newer SDK. */
export const protocolVersions = { min: 1, max: 1 } as const;
