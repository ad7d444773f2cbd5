import type { English } from '../catalogue';
import type * as ZH from '../zh/receipt';

export const RECEIPT: English<typeof ZH.RECEIPT> = {
  title: { receipt: 'Receipt', verify: 'Check a receipt' },
  paper: {
    premium: 'Basic medical insurance premium for residents',
    name: 'Receipt for a payment from a personal account',
    inWords: 'In words: {words}',
    notThisTitle: 'What this receipt does not prove',
    notThis:
      'It is no tax certificate and no electronic invoice; if you need one, please ask the tax office. Nor does it prove that benefits are due: the medical insurance office at the place of insurance decides that.',
  },
  fact: {
    certificate: 'Certificate number',
    paidAt: 'Paid on',
    postedAt: 'Received by the treasury on',
    notPosted: 'Not yet',
    refundedAt: 'Refunded on',
    refundNumber: 'Tax office number of the refund',
    capitals: 'In words',
    checkedAt: 'Checked on',
  },
  code: {
    name: 'Check code',
    text: 'Whoever is given the receipt can scan the code on the picture to see whether it is genuine, and compare each line.',
    verify: 'Check this receipt',
  },
  file: {
    making: 'Making the receipt…',
    masked: 'Names and certificate numbers on the receipt are partly hidden.',
    failed: 'Please try again, or choose the other format.',
    picture: 'Download the picture',
    pictureToAlbum: 'Save the picture to your album',
    document: 'Download the PDF',
    documentOpened: 'Open the PDF',
  },
  kept: {
    picture: 'The picture is downloaded',
    pictureInAlbum: 'Saved to your album',
    document: 'The PDF is downloaded',
    documentOpen: 'The PDF is open; save or forward it with the menu at the top right',
  },
  album: {
    closed: 'Not saved: WeChat may not use your album',
    closedText: 'Allow “Add to album” in the settings and save again, or use the PDF. Your payment is not affected either way.',
    open: 'Open the settings',
  },
  verify: {
    numberHint: 'The number on the receipt that begins with GJ',
    hashHint: 'The 64 characters at the bottom left; spaces and capitals do not matter',
    scan: 'Scan the code on the receipt',
    check: 'Check the receipt',
    checking: 'Checking…',
    wrongNumber: 'The reference number is GJ followed by 20 digits',
    wrongHash: 'The check code has 64 digits and letters a-f; this one has {count}',
    wrongScan: 'This is no receipt of ours. Please scan the code at the bottom right of the receipt',
    demo: 'Demonstration · not official: the receipt, people and amounts are made up.',
    compare: 'Please compare each line with the receipt. If one differs, the receipt was changed.',
  },
  answer: {
    true: 'This receipt is genuine',
    refunding: 'Genuine, but the money is being refunded',
    refunded: 'Genuine, but the money was refunded',
    unknown: 'This receipt was not found',
    unknownText:
      'Please check the number and the check code. If both are typed correctly, this receipt was not issued here, or it was changed.',
  },
};
