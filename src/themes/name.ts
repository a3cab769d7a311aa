/** Layer 2. What names a theme. Loads nothing, since it is asked before it is known whether there is anything to do. */

/** Whether a choice is a name on a shelf, such as `bold`; else it is the path of a file. */
export const isThemeName = (choice: string): boolean => !/\.ya?ml$/i.test(choice);
