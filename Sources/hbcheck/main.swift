import Foundation

let program = CommandLineProgram(arguments: Array(CommandLine.arguments.dropFirst()))
exit(program.run())
