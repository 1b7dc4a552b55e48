"""A module a trainer: ``train(pages)`` gives the weights, ``report(pages)`` what they are worth on pages not learned from."""
