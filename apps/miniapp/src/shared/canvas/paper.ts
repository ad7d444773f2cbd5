// A canvas knows no token of the theme. What is drawn on one is read by scanners or kept as a picture: dark on white in every theme.

export const PAPER = '#ffffff';
/** The modules of a code. */
export const BLACK = '#000000';
/** A pen's. */
export const INK = '#17211f';
